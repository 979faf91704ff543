package io.trunkline.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramesTest {
    @Test
    void aBatchIsOneMessageWithAnArray() {
        var frames = new Frames();
        frames.add(new Frame("{\"a\":1}"));
        frames.add(new Frame("\"ñ\""));
        frames.mark(7);

        assertThat(frames.count()).isEqualTo(3);
        assertThat(text(frames.message(), 2)).isEqualTo("[{\"a\":1},\"ñ\",{\"frame\":\"mark\",\"seq\":7}]");
    }

    @Test
    void aFrameAloneIsSentAsTheBytesThatAllShare() {
        var frame = new Frame("{\"a\":1}");
        var one = new Frames();
        one.add(frame);
        var other = new Frames();
        other.add(frame);

        assertThat(one.message()).isSameAs(other.message());
        assertThat(text(one.message(), 2)).isEqualTo("[{\"a\":1}]");
    }

    @ParameterizedTest
    @CsvSource({"125, 2, 125", "126, 4, 126", "65535, 4, 126", "65536, 10, 127", "200000, 10, 127"})
    void theLengthIsWrittenAsWebSocketsDo(int length, int header, int second) {
        var frames = new Frames();
        frames.add(new Frame("x".repeat(length - 2)));

        var message = ByteBuffer.wrap(frames.message());

        assertThat(message.remaining()).isEqualTo(header + length);
        assertThat(message.get(0)).isEqualTo((byte) 0x81);
        assertThat(message.get(1)).isEqualTo((byte) second);
        if (header == 4) {
            assertThat(message.getShort(2) & 0xffff).isEqualTo(length);
        } else if (header == 10) {
            assertThat(message.getLong(2)).isEqualTo(length);
        }
    }

    private static String text(byte[] message, int from) {
        return new String(message, from, message.length - from, StandardCharsets.UTF_8);
    }
}
