package io.trunkline.desktop.login;

import io.trunkline.desktop.backend.Obstacle;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;

/// Says what stands between, and what whoever looks after the computer can do.
public final class Obstacles {
    private Obstacles() {}

    public static Trouble trouble(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.UnknownAuthority(var name) ->
                new Trouble(
                        Text.of("login.obstacle.authority.happened", name), Text.of("login.obstacle.authority.next"));
            case Obstacle.NotInItsTime _ -> of("login.obstacle.time.happened", "login.obstacle.time.next");
            case Obstacle.OfAnother _ -> of("login.obstacle.name.happened", "login.obstacle.name.next");
            case Obstacle.NotTrusted _ -> of("login.obstacle.other.happened", "login.obstacle.other.next");
            case Obstacle.ProxyAsks _ -> of("login.obstacle.proxy.happened", "login.obstacle.proxy.next");
        };
    }

    private static Trouble of(String happened, String next) {
        return new Trouble(Text.of(happened), Text.of(next));
    }
}
