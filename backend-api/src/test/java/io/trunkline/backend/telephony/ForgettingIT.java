package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.TenantId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ForgettingIT {
    private static final Duration WEEK = Duration.ofDays(7);

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final Forgetting forgetting = new Forgetting(POSTGRES.database(), WEEK);

    @Test
    void oldNoticesAndAnswersGoInManyBatchesAndYoungOnesStay() {
        var tenant = POSTGRES.tenant();
        plant(tenant, 2 * Forgetting.BATCH + 17, "8 days");
        plant(tenant, 25, "6 days");

        assertThat(forgetting.forget(tenant)).isEqualTo(2 * (2 * Forgetting.BATCH + 17));
        assertThat(count("notice", tenant)).isEqualTo("25");
        assertThat(count("webhook_answer", tenant)).isEqualTo("25");
        assertThat(forgetting.forget(tenant)).isZero();
    }

    @Test
    void whatIsNotAppliedAndWhatIsOfOthersStays() {
        var tenant = POSTGRES.tenant();
        var other = POSTGRES.tenant();
        plant(other, 5, "30 days");
        POSTGRES.tell("""
                insert into notice (tenant_id, token, kind, subject, body, received_at, dead)
                values ('%1$s', 'dead', 'k', 's', '', now() - interval '30 days', true),
                       ('%1$s', 'parked', 'k', 's', '', now() - interval '30 days', false)""".formatted(tenant));

        forgetting.forget(tenant);

        assertThat(count("notice", tenant)).isEqualTo("2");
        assertThat(count("notice", other)).isEqualTo("5");
        assertThat(count("webhook_answer", other)).isEqualTo("5");
    }

    @Test
    void keepsThemLongerThanAnyCarrierRepeatsAWebhook() {
        assertThat(TelephonyConfig.from(Settings.of(Map.of())).webhooksKept()).isEqualTo(WEEK);
        assertThatThrownBy(() -> TelephonyConfig.from(Settings.of(Map.of("telephony.webhooks-kept", "1h"))))
                .isInstanceOf(SettingFault.class);
    }

    private static void plant(TenantId tenant, int count, String age) {
        POSTGRES.tell("""
                insert into notice (tenant_id, token, kind, subject, body, received_at, applied_at)
                select '%1$s', '%3$s ' || n, 'k', 's', '', now() - interval '%3$s', now() - interval '%3$s'
                from generate_series(1, %2$d) n;
                insert into webhook_answer (tenant_id, token, answer, at)
                select '%1$s', '%3$s ' || n, '', now() - interval '%3$s' from generate_series(1, %2$d) n
                """.formatted(tenant, count, age));
    }

    private static String count(String table, TenantId tenant) {
        return POSTGRES.ask("select count(*) from %s where tenant_id = '%s'".formatted(table, tenant));
    }
}
