package io.trunkline.backend.planted;

import io.trunkline.backend.platform.ExceptionToLaw;

/// Writes and reads what is not its own, so that a test can see it found; and is marked, so that it is counted.
@ExceptionToLaw(law = "aTableIsWrittenOnlyByItsOwner", because = "It is planted.")
final class PlantedStore {
    static final String WRITES = """
            update interaction set state = 'COMPLETED' where id in (
                delete from queue_entry returning interaction_id)""";
    static final String READS = "select 1 from app_user u join contact c on true join queue_name q on true";

    private PlantedStore() {}

    // A remark may say: insert into reservation.
}
