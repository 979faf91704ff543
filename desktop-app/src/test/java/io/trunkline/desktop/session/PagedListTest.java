package io.trunkline.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.kit.control.Condition;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.model.Page;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagedListTest {
    private record Row(String id, int version, int at) {}

    private final Deque<Page<Row>> pages = new ArrayDeque<>();
    private final PagedList<String, Row> list = new PagedList<>(
            new Session(Samples.me(), Samples.NINE),
            new SameThreadWork(),
            cursor -> {
                if (pages.isEmpty()) {
                    throw new BackendFailure.Unreachable("not now");
                }
                return pages.poll();
            },
            Row::id,
            Comparator.comparingInt(Row::at).reversed(),
            "history.load.failed");

    @Test
    void pagesFollowEachOtherInOneOrder() {
        pages.add(new Page<>(List.of(new Row("c", 1, 3), new Row("b", 1, 2)), "next"));
        pages.add(new Page<>(List.of(new Row("a", 1, 1)), null));
        list.load();
        assertThat(list.more().get()).isTrue();
        list.loadMore();

        assertThat(list.rows()).extracting(Row::id).containsExactly("c", "b", "a");
        assertThat(list.more().get()).isFalse();
    }

    @Test
    void whatTheFeedTellsReplacesItsOldVersionAndMovesToItsPlace() {
        pages.add(new Page<>(List.of(new Row("b", 1, 2), new Row("a", 1, 1)), null));
        list.load();
        list.take(new Row("a", 2, 3));

        assertThat(list.rows()).containsExactly(new Row("a", 2, 3), new Row("b", 1, 2));
    }

    @Test
    void aFailureWithNothingToShowIsToldAndOneWithSomethingOnlyAgesIt() {
        list.load();
        assertThat(list.condition().get()).isInstanceOf(Condition.Failed.class);

        list.take(new Row("a", 1, 1));
        list.load();
        assertThat(list.condition().get()).isInstanceOf(Condition.Offline.class);
        assertThat(list.rows()).hasSize(1);
    }

    @Test
    void nothingAtAllIsEmpty() {
        pages.add(new Page<>(List.of(), null));
        list.load();
        assertThat(list.condition().get()).isInstanceOf(Condition.Empty.class);
    }
}
