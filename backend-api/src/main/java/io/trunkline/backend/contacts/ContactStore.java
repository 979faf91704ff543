package io.trunkline.backend.contacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.trunkline.backend.platform.db.Later;
import io.trunkline.backend.platform.db.Sql;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AddressId;
import io.trunkline.model.ContactId;
import io.trunkline.model.contact.Address;
import io.trunkline.model.contact.AddressKind;
import io.trunkline.model.contact.Consent;
import io.trunkline.model.contact.Contact;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All SQL of contacts.
final class ContactStore {
    private static final String BY_ADDRESS = """
            SELECT c.id, c.name, a.value FROM contact_address a
            JOIN contact c ON c.tenant_id = a.tenant_id AND c.id = a.contact_id
            WHERE a.tenant_id = ? AND a.kind = ? AND a.value = ?""";
    private static final String ARRIVED = """
            WITH known AS (
                INSERT INTO contact_address (tenant_id, id, contact_id, kind, value) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING RETURNING tenant_id, contact_id)
            INSERT INTO contact (tenant_id, id, name, created_at, changed_at)
            SELECT tenant_id, contact_id, ?, ?, ? FROM known""";
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    /// Known once it is asked for.
    Later<Optional<ContactRef>> byAddress(Tx tx, AddressKind kind, String value) {
        return tx.first(Sql.of(BY_ADDRESS, tx.tenant().value(), kind.name(), value), ContactStore::ref);
    }

    /// A contact with one address, as which it is known, written in one statement; false when another contact has the
    /// address already.
    boolean arrived(Tx tx, ContactId id, AddressId address, AddressKind kind, String value) {
        return tx.count(Sql.of(
                                ARRIVED,
                                tx.tenant().value(),
                                address.value(),
                                id.value(),
                                kind.name(),
                                value,
                                value,
                                tx.now(),
                                tx.now()))
                        .get()
                == 1;
    }

    void insert(
            Tx tx, ContactId id, String name, @Nullable String company, List<String> tags, Map<String, String> fields) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO contact (tenant_id, id, name, company, tags, fields, created_at, changed_at)
                        VALUES (:tenant, :id, :name, :company, :tags, :fields::jsonb, :now, :now)
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", id.value())
                .bind("name", name)
                .bind("company", company)
                .bindArray("tags", String.class, tags)
                .bind("fields", json(fields))
                .bind("now", tx.now())
                .execute();
    }

    /// False when another contact has the address already.
    boolean insertAddress(Tx tx, AddressId id, ContactId contact, AddressKind kind, String value) {
        return tx.handle()
                        .createUpdate("""
                        INSERT INTO contact_address (tenant_id, id, contact_id, kind, value)
                        VALUES (:tenant, :id, :contact, :kind, :value) ON CONFLICT DO NOTHING
                        """)
                        .bind("tenant", tx.tenant().value())
                        .bind("id", id.value())
                        .bind("contact", contact.value())
                        .bind("kind", kind.name())
                        .bind("value", value)
                        .execute()
                == 1;
    }

    void change(
            Tx tx, ContactId id, String name, @Nullable String company, List<String> tags, Map<String, String> fields) {
        tx.handle()
                .createUpdate("""
                        UPDATE contact SET name = :name, company = :company, tags = :tags, fields = :fields::jsonb,
                            changed_at = :now WHERE id = :id
                        """)
                .bind("id", id.value())
                .bind("name", name)
                .bind("company", company)
                .bindArray("tags", String.class, tags)
                .bind("fields", json(fields))
                .bind("now", tx.now())
                .execute();
    }

    /// The contact, or the one it was merged into.
    Optional<Contact> find(Tx tx, ContactId id) {
        return tx.handle()
                .createQuery("""
                        SELECT * FROM contact WHERE id =
                            coalesce((SELECT contact_id FROM contact_alias WHERE old_id = :id), :id)
                        """)
                .bind("id", id.value())
                .map((rs, _) -> contact(rs, addresses(tx, rs.getObject("id", UUID.class))))
                .findOne();
    }

    /// The newest contacts, after the cursor.
    List<Contact> newest(Tx tx, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        return tx.handle()
                .createQuery("""
                        SELECT * FROM contact
                        WHERE :before::timestamptz IS NULL OR (changed_at, id) < (:before::timestamptz, :beforeId::uuid)
                        ORDER BY changed_at DESC, id DESC LIMIT :limit
                        """)
                .bind("before", before)
                .bind("beforeId", beforeId)
                .bind("limit", limit)
                .map((rs, _) -> contact(rs, addresses(tx, rs.getObject("id", UUID.class))))
                .list();
    }

    /// Matches part of a name or company, or the beginning of an address; newest first, after the cursor.
    List<Contact> search(Tx tx, String query, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        return tx.handle()
                .createQuery("""
                        SELECT c.* FROM contact_search(:part, :start, :before::timestamptz, :beforeId::uuid, :limit) f
                        JOIN contact c ON c.id = f.id ORDER BY c.changed_at DESC, c.id DESC
                        """)
                .bind("part", "%" + escaped(query.toLowerCase(Locale.ROOT)) + "%")
                .bind("start", escaped(query) + "%")
                .bind("before", before)
                .bind("beforeId", beforeId)
                .bind("limit", limit)
                .map((rs, _) -> contact(rs, addresses(tx, rs.getObject("id", UUID.class))))
                .list();
    }

    String country(Tx tx) {
        return tx.handle()
                .createQuery("SELECT country FROM tenant_place")
                .mapTo(String.class)
                .one();
    }

    private static List<Address> addresses(Tx tx, UUID contact) {
        return tx.handle()
                .createQuery(
                        "SELECT id, kind, value, consent FROM contact_address WHERE contact_id = :id ORDER BY kind DESC, value")
                .bind("id", contact)
                .map((rs, _) -> new Address(
                        new AddressId(rs.getObject("id", UUID.class)),
                        AddressKind.valueOf(rs.getString("kind")),
                        rs.getString("value"),
                        Consent.valueOf(rs.getString("consent"))))
                .list();
    }

    private static Contact contact(ResultSet rs, List<Address> addresses) throws SQLException {
        return new Contact(
                new ContactId(rs.getObject("id", UUID.class)),
                rs.getString("name"),
                rs.getString("company"),
                addresses,
                Arrays.asList((String[]) rs.getArray("tags").getArray()),
                fields(rs.getString("fields")),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static ContactRef ref(ResultSet rs) throws SQLException {
        return new ContactRef(
                new ContactId(rs.getObject("id", UUID.class)), rs.getString("name"), rs.getString("value"));
    }

    private static String escaped(String query) {
        return query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Map<String, String> fields(String json) {
        try {
            return Json.mapper().readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a contact's fields are no JSON object of texts", e);
        }
    }

    private static String json(Map<String, String> fields) {
        try {
            return Json.mapper().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a contact's fields can't be written", e);
        }
    }
}
