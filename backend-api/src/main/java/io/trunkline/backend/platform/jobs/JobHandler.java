package io.trunkline.backend.platform.jobs;

/// Does jobs of one kind, outside of any transaction. What it throws makes the job come again later.
@FunctionalInterface
public interface JobHandler {
    void run(Job job) throws Exception;
}
