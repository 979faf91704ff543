package io.trunkline.desktop.softphone.device;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a device told, in order.
final class Story implements Consumer<VoiceEvent> {
    private final BlockingQueue<VoiceEvent> waiting = new LinkedBlockingQueue<>();
    private final List<VoiceEvent> all = new CopyOnWriteArrayList<>();

    @Override
    public void accept(VoiceEvent event) {
        all.add(event);
        waiting.add(event);
    }

    /// The next event of this kind; what came before it is passed over.
    <T extends VoiceEvent> T next(Class<T> kind) throws InterruptedException {
        while (true) {
            @Nullable VoiceEvent each = waiting.poll(30, TimeUnit.SECONDS);
            if (each == null) {
                throw new AssertionError("The device did not tell " + kind.getSimpleName() + "; it told "
                        + all.stream()
                                .filter(e -> !(e instanceof VoiceEvent.Levels))
                                .toList());
            }
            if (kind.isInstance(each)) {
                return kind.cast(each);
            }
        }
    }

    <T extends VoiceEvent> List<T> all(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
