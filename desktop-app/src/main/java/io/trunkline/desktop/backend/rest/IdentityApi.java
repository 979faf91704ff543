package io.trunkline.desktop.backend.rest;

import io.trunkline.model.desktop.Release;
import io.trunkline.model.identity.FirstPassword;
import io.trunkline.model.identity.Refresh;
import io.trunkline.model.identity.Session;
import io.trunkline.model.identity.SignIn;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;

/// What is asked without an access token.
interface IdentityApi {
    @POST("login")
    Call<Session> signIn(@Body SignIn signIn);

    @POST("login/password")
    Call<Session> choose(@Body FirstPassword choice);

    @POST("token/refresh")
    Call<Session> refresh(@Body Refresh refresh);

    @GET("desktop/release")
    Call<Release> release();

    @POST("logout")
    Call<Void> signOut(@Body Refresh refresh);
}
