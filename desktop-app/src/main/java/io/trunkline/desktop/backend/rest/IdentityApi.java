package io.trunkline.desktop.backend.rest;

import io.trunkline.model.identity.Refresh;
import io.trunkline.model.identity.Session;
import io.trunkline.model.identity.SignIn;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/// What is asked without an access token.
interface IdentityApi {
    @POST("login")
    Call<Session> signIn(@Body SignIn signIn);

    @POST("token/refresh")
    Call<Session> refresh(@Body Refresh refresh);

    @POST("logout")
    Call<Void> signOut(@Body Refresh refresh);
}
