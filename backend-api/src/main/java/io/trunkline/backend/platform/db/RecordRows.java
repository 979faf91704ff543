package io.trunkline.backend.platform.db;

import java.lang.reflect.Type;
import java.util.Optional;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// A row becomes a record whose components bear the names of its columns, `queue_id` as `queueId`.
final class RecordRows implements RowMapperFactory {
    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
        return type instanceof Class<?> raw && raw.isRecord() && raw.getRecordComponents().length > 1
                ? Optional.of(ConstructorMapper.of(raw))
                : Optional.empty();
    }
}
