package io.trunkline.backend.platform.db;

import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.Secret;
import io.trunkline.backend.platform.config.SettingFault;
import javax.sql.DataSource;

/// A PostgreSQL that somebody else runs.
record OutsideServer(String url, String user, Secret password, Secret rolePassword) implements Server {
    OutsideServer(String url, DatabaseConfig config) {
        this(url, config.user(), config.password(), config.rolePassword());
        if (config.rolePassword().isEmpty()) {
            throw new SettingFault(
                    "Setting database.role-password is needed with database.url: the password of the roles trunkline_owner, trunkline_app and trunkline_system.");
        }
    }

    @Override
    public DataSource as(Role role) {
        return Server.working(url, role, rolePassword);
    }

    @Override
    public DataSource asAdministrator() {
        return Server.source(url, user, password);
    }

    @Override
    public String address() {
        return url.replaceFirst("\\?.*", "");
    }

    @Override
    public void revive() {
        // Somebody else runs it.
    }

    @Override
    public void close() {
        // It is not ours to stop.
    }
}
