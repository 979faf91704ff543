package io.trunkline.desktop.softphone.device;

import io.trunkline.desktop.headless.Fx;
import io.trunkline.model.call.VoiceCredentials;
import java.time.Instant;
import javafx.application.Platform;

/// A program of its own that ends in the middle of a call, as the window's close does: on the FX thread, at once.
final class FarewellTryout {
    static final String PUT_AWAY = "Everything is put away";

    private FarewellTryout() {}

    public static void main(String[] arguments) throws InterruptedException {
        Fx.run(() -> {});
        var story = new Story();
        var device = new WebViewVoiceDevice(
                () -> new VoiceCredentials("eyJ0b2tlbg.1.x", "ben", Instant.MAX, arguments[0]),
                story,
                new ToneSound(OnCall.SUNG) {
                    @Override
                    public void close() {
                        System.out.println(PUT_AWAY);
                    }
                },
                OnCall.NETWORK);
        device.connect(OnCall.RESERVATION, false);
        Platform.runLater(() -> {
            device.close();
            System.exit(0);
        });
    }
}
