package io.trunkline.desktop;

import io.trunkline.desktop.backend.rest.Rest;
import io.trunkline.desktop.backend.rest.RestContacts;
import io.trunkline.desktop.backend.rest.RestHistory;
import io.trunkline.desktop.backend.rest.RestNotes;
import io.trunkline.desktop.backend.rest.RestSoftphone;
import io.trunkline.desktop.backend.rest.RestThreads;
import io.trunkline.desktop.backend.rest.RestTransfers;
import io.trunkline.desktop.backend.rest.RestWallboard;
import io.trunkline.desktop.contacts.ContactsGateway;
import io.trunkline.desktop.inbox.ThreadsGateway;
import io.trunkline.desktop.notes.NotesGateway;
import io.trunkline.desktop.recordings.AudioPlayer;
import io.trunkline.desktop.recordings.ClipPlayer;
import io.trunkline.desktop.recordings.HistoryGateway;
import io.trunkline.desktop.softphone.Ringer;
import io.trunkline.desktop.softphone.SoftphoneGateway;
import io.trunkline.desktop.softphone.SoundMemory;
import io.trunkline.desktop.softphone.device.VoiceDevices;
import io.trunkline.desktop.transfers.TransfersGateway;
import io.trunkline.desktop.wallboard.WallboardGateway;

/// What the features meet outside themselves: the backend, voice, loudspeaker.
record Gateways(
        SoftphoneGateway softphone,
        ThreadsGateway threads,
        NotesGateway notes,
        ContactsGateway contacts,
        TransfersGateway transfers,
        WallboardGateway wallboard,
        HistoryGateway history,
        VoiceDevices device,
        Ringer ringer,
        SoundMemory memory,
        AudioPlayer player) {
    static Gateways of(Rest rest, VoiceDevices voice, Ringer ringer, SoundMemory memory) {
        return new Gateways(
                new RestSoftphone(rest),
                new RestThreads(rest),
                new RestNotes(rest),
                new RestContacts(rest),
                new RestTransfers(rest),
                new RestWallboard(rest),
                new RestHistory(rest),
                voice,
                ringer,
                memory,
                new ClipPlayer());
    }
}
