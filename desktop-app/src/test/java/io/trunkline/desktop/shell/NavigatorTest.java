package io.trunkline.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NavigatorTest {
    private final Navigator navigator = new Navigator();

    @Test
    void goesBackTheWayItCame() {
        navigator.go(Place.INBOX);
        navigator.go(Place.CONTACTS);
        navigator.back();
        assertThat(navigator.target().get()).isEqualTo(new NavigationTarget.Whole(Place.INBOX));
        navigator.back();
        navigator.back();
        assertThat(navigator.target().get()).isEqualTo(new NavigationTarget.Whole(Place.DESK));
    }

    @Test
    void goingWhereOneIsLeavesNoTrace() {
        navigator.go(Place.INBOX);
        navigator.go(Place.INBOX);
        navigator.back();
        assertThat(navigator.target().get().place()).isEqualTo(Place.DESK);
    }
}
