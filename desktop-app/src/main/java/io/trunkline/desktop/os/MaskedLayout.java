package io.trunkline.desktop.os;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// A log line without what tells of people.
final class MaskedLayout extends PatternLayout {
    private final Masks masks = Masks.byForm();

    @Override
    public String doLayout(ILoggingEvent event) {
        return masks.clean(super.doLayout(event));
    }
}
