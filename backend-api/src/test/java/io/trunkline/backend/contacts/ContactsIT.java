package io.trunkline.backend.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Paging;
import io.trunkline.model.ContactId;
import io.trunkline.model.TenantId;
import io.trunkline.model.contact.AddressKind;
import io.trunkline.model.contact.Contact;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.contact.NewContact;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final Database database = POSTGRES.database();
    private final Contacts contacts = new ContactsFeature(database).contacts();
    private TenantId tenant = POSTGRES.tenant();

    @BeforeEach
    void aFreshTenant() {
        tenant = POSTGRES.tenant();
    }

    @Test
    void whoeverCallsTwiceIsTheSameContactInEverySpelling() {
        var first = arriving("+12025550143");
        var second = arriving("(202) 555-0143");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.address()).isEqualTo("+12025550143");
    }

    @Test
    void twoFirstCallsAtOnceMakeOneContact() throws Exception {
        var found = new HashSet<ContactId>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 6)
                    .mapToObj(_ -> (Callable<ContactRef>) () -> arriving("+12025550144"))
                    .toList();
            for (var call : callers.invokeAll(calls)) {
                found.add(call.get().id());
            }
        }

        assertThat(found).hasSize(1);
        assertThat(list("")).hasSize(1);
    }

    @Test
    void aContactIsFoundByPartOfItsNameAndByTheBeginningOfItsNumber() {
        var ana = create("Ana Gómez", "+12025550145");
        create("Ben Okafor", "+12025550199");

        assertThat(list("góm")).extracting(Contact::id).containsExactly(ana.id());
        assertThat(list("+1202555014")).extracting(Contact::id).containsExactly(ana.id());
        assertThat(list("100%")).isEmpty();
    }

    @Test
    void aNumberThatBelongsToAnotherContactIsRefused() {
        create("Ana Gómez", "+12025550146");

        assertThatThrownBy(() -> create("Somebody else", "202 555 0146"))
                .isInstanceOf(Fault.Conflict.class)
                .hasMessageContaining("+12025550146");
        assertThat(list("")).hasSize(1);
    }

    @Test
    void whatIsNoNumberIsRefusedWithItsField() {
        assertThatThrownBy(() -> create("Ana", "call me"))
                .isInstanceOfSatisfying(
                        Fault.Invalid.class,
                        fault -> assertThat(fault.fields().getFirst().name()).isEqualTo("phones"));
    }

    @Test
    void naughtyNamesAreKeptLiterally() {
        var name = "Robert'); DROP TABLE contact;-- <script>alert(1)</script> ${7*7} \u202Etxt";

        assertThat(create(name, "+12025550147").name()).isEqualTo(name);
    }

    @Test
    void anotherTenantsContactIsNotFound() {
        var ours = create("Ana Gómez", "+12025550148");
        var theirs = POSTGRES.tenant();

        assertThatThrownBy(() -> database.inTenant(theirs, tx -> contacts.card(tx, ours.id())))
                .isInstanceOf(Fault.NotFound.class);
        assertThat(database.<List<Contact>>inTenant(
                        theirs, tx -> contacts.list(tx, "Ana", new Paging(50, Optional.empty()))))
                .isEmpty();
    }

    private ContactRef arriving(String raw) {
        return database.inTenant(tenant, tx -> contacts.arriving(tx, AddressKind.PHONE, raw));
    }

    private Contact create(String name, String phone) {
        return database.inTenant(
                tenant,
                tx -> contacts.create(tx, new NewContact(name, null, List.of(phone), List.of(), List.of(), Map.of())));
    }

    private List<Contact> list(String query) {
        return database.inTenant(tenant, tx -> contacts.list(tx, query, new Paging(50, Optional.empty())));
    }
}
