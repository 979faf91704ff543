package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.model.call.TalkWay;
import io.trunkline.model.call.TalkWay.Kind;
import org.junit.jupiter.api.Test;

class TalkWayViewModelTest {
    private final FakePhone phone = new FakePhone();
    private final TalkWayViewModel model = new TalkWayViewModel(phone, new SameThreadWork(), new Numbers("ES"));

    @Test
    void aTelephoneNeedsANumberThatCanExist() {
        model.choose(Kind.PHONE);
        model.address().set("12");
        assertThat(model.canSave().get()).isFalse();
        model.address().set("911 234 567");
        model.save();
        assertThat(phone.way).isEqualTo(new TalkWay(Kind.PHONE, "+34911234567"));
        assertThat(model.way().get()).isEqualTo(phone.way);
        assertThat(model.address().get()).isEqualTo("+34 911 23 45 67");
        assertThat(model.canSave().get()).isFalse();
    }

    @Test
    void aSipAddressIsTakenAsItIs() {
        model.choose(Kind.SIP);
        model.address().set("ben@pbx");
        assertThat(model.canSave().get()).isFalse();
        model.address().set("sip:ben@pbx.example");
        model.save();
        assertThat(phone.way).isEqualTo(new TalkWay(Kind.SIP, "sip:ben@pbx.example"));
    }

    @Test
    void thisComputerHoldsAtOnce() {
        phone.way = new TalkWay(Kind.SIP, "sip:ben@pbx.example");
        model.load();
        assertThat(model.kind().get()).isEqualTo(Kind.SIP);
        model.choose(Kind.DEVICE);
        assertThat(phone.way).isEqualTo(TalkWay.DEVICE);
    }

    @Test
    void whatTheBackendRefusesIsSaidAndNothingChanges() {
        model.choose(Kind.PHONE);
        model.address().set("911 234 567");
        phone.refusal = "This number may not be called.";
        model.save();
        assertThat(model.way().get()).isEqualTo(TalkWay.DEVICE);
        assertThat(model.problem().get()).isNotNull();
    }
}
