package io.trunkline.backend.platform.db;

/// The three roles: OWNER owns the tables and migrates, APP works under row-level security, SYSTEM is granted what
/// comes before a tenant is known.
enum Role {
    OWNER("trunkline_owner"),
    APP("trunkline_app"),
    SYSTEM("trunkline_system");

    private final String login;

    Role(String login) {
        this.login = login;
    }

    String login() {
        return login;
    }
}
