package io.trunkline.desktop.backend.rest;

import io.trunkline.model.ContactId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.Page;
import io.trunkline.model.RecordingId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.call.CallState;
import io.trunkline.model.call.NewCall;
import io.trunkline.model.call.QualityReport;
import io.trunkline.model.call.Started;
import io.trunkline.model.call.Switch;
import io.trunkline.model.call.TalkWay;
import io.trunkline.model.call.Transfer;
import io.trunkline.model.call.VoiceCredentials;
import io.trunkline.model.contact.Contact;
import io.trunkline.model.contact.ContactCard;
import io.trunkline.model.contact.ContactChange;
import io.trunkline.model.contact.NewContact;
import io.trunkline.model.desktop.SentDiagnostics;
import io.trunkline.model.identity.Me;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.interaction.Completion;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionDetail;
import io.trunkline.model.interaction.NewNote;
import io.trunkline.model.live.DeskSnapshot;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageThread;
import io.trunkline.model.message.NewMessage;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceChange;
import io.trunkline.model.queue.Queue;
import io.trunkline.model.queue.Wallboard;
import io.trunkline.model.recording.Recording;
import java.util.List;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.Streaming;

/// The backend's REST as the desktop uses it, below `/api/v1/`.
interface Api {
    @GET("me")
    Call<Me> me();

    @POST("diagnostics")
    Call<SentDiagnostics> send(@Body RequestBody zip);

    @GET("desk")
    Call<DeskSnapshot> desk();

    @GET("wallboard")
    Call<Wallboard> wallboard();

    @GET("queues")
    Call<List<Queue>> queues();

    @PUT("presence")
    Call<Presence> change(@Body PresenceChange change);

    @GET("presences")
    Call<List<Presence>> presences();

    @POST("reservations/{id}/ringing")
    Call<Void> ringing(@Path("id") ReservationId id, @Body Command command);

    @POST("reservations/{id}/accept")
    Call<Void> accept(@Path("id") ReservationId id, @Body Command command);

    @POST("reservations/{id}/decline")
    Call<Void> decline(@Path("id") ReservationId id, @Body Command command);

    @GET("interactions")
    Call<Page<Interaction>> interactions(
            @Query("q") @Nullable String words, @Query("cursor") @Nullable String cursor, @Query("limit") int limit);

    @GET("interactions/{id}")
    Call<InteractionDetail> interaction(@Path("id") InteractionId id);

    @POST("interactions/{id}/notes")
    Call<Void> addNote(@Path("id") InteractionId id, @Body NewNote note);

    @POST("interactions/{id}/complete")
    Call<Void> complete(@Path("id") InteractionId id, @Body Completion completion);

    @POST("interactions/{id}/end")
    Call<Void> end(@Path("id") InteractionId id, @Body Command command);

    @POST("interactions/{id}/wrap-up/extend")
    Call<Void> extend(@Path("id") InteractionId id, @Body Command command);

    @POST("calls")
    Call<Started> call(@Body NewCall call);

    @GET("interactions/{id}/call")
    Call<CallState> callState(@Path("id") InteractionId id);

    @POST("interactions/{id}/call/hold")
    Call<Void> hold(@Path("id") InteractionId id, @Body Switch on);

    @POST("interactions/{id}/call/mute")
    Call<Void> mute(@Path("id") InteractionId id, @Body Switch on);

    @POST("interactions/{id}/call/hang-up")
    Call<Void> hangUp(@Path("id") InteractionId id, @Body Command command);

    @POST("interactions/{id}/call/transfer")
    Call<Void> transfer(@Path("id") InteractionId id, @Body Transfer transfer);

    @POST("interactions/{id}/call/quality")
    Call<Void> quality(@Path("id") InteractionId id, @Body QualityReport report);

    @GET("talk-way")
    Call<TalkWay> talkWay();

    @PUT("talk-way")
    Call<TalkWay> change(@Body TalkWay way);

    @POST("reservations/{id}/leg")
    Call<Void> dial(@Path("id") ReservationId id, @Body Command command);

    @POST("reservations/{id}/talking")
    Call<Void> talking(@Path("id") ReservationId id);

    @GET("voice/credentials")
    Call<VoiceCredentials> voiceCredentials();

    @GET("contacts")
    Call<Page<Contact>> contacts(@Query("q") String words, @Query("cursor") @Nullable String cursor);

    @GET("contacts/{id}")
    Call<ContactCard> contact(@Path("id") ContactId id);

    @POST("contacts")
    Call<Contact> create(@Body NewContact contact);

    @PATCH("contacts/{id}")
    Call<Contact> change(@Path("id") ContactId id, @Body ContactChange change);

    @GET("threads")
    Call<Page<MessageThread>> threads(@Query("state") @Nullable String state, @Query("cursor") @Nullable String cursor);

    @GET("threads/{id}")
    Call<MessageThread> thread(@Path("id") ThreadId id);

    @GET("threads/{id}/messages")
    Call<Page<Message>> messages(@Path("id") ThreadId id, @Query("cursor") @Nullable String before);

    @POST("threads/{id}/messages")
    Call<Void> send(@Path("id") ThreadId id, @Body NewMessage message);

    @POST("threads/{id}/read")
    Call<Void> read(@Path("id") ThreadId id, @Body Command command);

    @GET("interactions/{id}/recordings")
    Call<List<Recording>> recordings(@Path("id") InteractionId id);

    @Streaming
    @GET("recordings/{id}/audio")
    Call<ResponseBody> audio(@Path("id") RecordingId id);
}
