package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.internal.NativeObject;
import dev.onvoid.webrtc.internal.RefCountedObject;
import java.lang.reflect.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reference that webrtc-java holds to a connection or its sender. The library never gives it back: closing a
/// connection leaves about 90 kB of it behind, call for call.
///
/// Only what the library owns may be let go of: connections and what `addTrack` returned. Transceivers, receivers and
/// remote tracks are borrowed.
final class NativeReference extends RefCountedObject {
    private static final Logger LOG = LoggerFactory.getLogger(NativeReference.class);

    static NativeReference of(RTCPeerConnection connection) {
        return new NativeReference(connection);
    }

    static NativeReference of(RTCRtpSender sender) {
        return new NativeReference(sender);
    }

    private final boolean held;

    private NativeReference(NativeObject owner) {
        held = moved(owner);
    }

    /// Frees the object unless the engine itself still needs it. Nothing of it may be used afterwards.
    void letGo() {
        if (held) {
            release();
        }
    }

    private boolean moved(NativeObject owner) {
        try {
            var field = handle();
            field.setLong(this, field.getLong(owner));
            return field.getLong(this) != 0;
        } catch (ReflectiveOperationException e) {
            LOG.warn("A closed call keeps its memory: the voice engine has changed", e);
            return false;
        }
    }

    private static Field handle() throws NoSuchFieldException {
        var field = NativeObject.class.getDeclaredField("nativeHandle");
        field.setAccessible(true);
        return field;
    }
}
