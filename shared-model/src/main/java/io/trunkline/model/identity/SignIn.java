package io.trunkline.model.identity;

/// What the sign-in page sends. `tenant` is the tenant's short name.
public record SignIn(String tenant, String email, String password) {}
