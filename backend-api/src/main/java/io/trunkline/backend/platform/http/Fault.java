package io.trunkline.backend.platform.http;

import io.trunkline.model.Problem;
import java.time.Duration;
import java.util.List;

/// A refused request. [FaultMapper] turns it into a problem document; the message is the sentence the client reads, so
/// it holds nothing that the client may not know.
public abstract sealed class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    private Fault(String sentence) {
        // A refusal is no accident: its stack trace is never read.
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    /// What the client reads.
    public String sentence() {
        return sentence;
    }

    /// 404: it is not there, or it is not this tenant's.
    public static final class NotFound extends Fault {
        private static final long serialVersionUID = 1L;

        public NotFound(String sentence) {
            super(sentence);
        }
    }

    /// 400: one or more fields are wrong.
    public static final class Invalid extends Fault {
        private static final long serialVersionUID = 1L;

        private final transient List<Problem.Field> fields;

        public Invalid(String field, String sentence) {
            this(List.of(new Problem.Field(field, sentence)));
        }

        public Invalid(List<Problem.Field> fields) {
            super(
                    fields.isEmpty()
                            ? "The request is not valid."
                            : fields.getFirst().sentence());
            this.fields = List.copyOf(fields);
        }

        public List<Problem.Field> fields() {
            return fields;
        }
    }

    /// 409: it does not fit the state things are in.
    public static final class Conflict extends Fault {
        private static final long serialVersionUID = 1L;

        public Conflict(String sentence) {
            super(sentence);
        }
    }

    /// 401: nobody is signed in.
    public static final class Unauthorized extends Fault {
        private static final long serialVersionUID = 1L;

        public Unauthorized(String sentence) {
            super(sentence);
        }
    }

    /// 403: whoever is signed in may not do it.
    public static final class Forbidden extends Fault {
        private static final long serialVersionUID = 1L;

        private final String type;

        public Forbidden(String sentence) {
            this(sentence, Problem.UNTYPED);
        }

        /// As above, of a `type` by which a client tells it from other refusals.
        public Forbidden(String sentence, String type) {
            super(sentence);
            this.type = type;
        }

        public String type() {
            return type;
        }
    }

    /// 426: the asking program is too old; `least` is the version it has to have.
    public static final class Outdated extends Fault {
        private static final long serialVersionUID = 1L;

        private final String least;

        public Outdated(String sentence, String least) {
            super(sentence);
            this.least = least;
        }

        public String least() {
            return least;
        }
    }

    /// 429: too many requests; asking again makes sense after a time.
    public static final class TooMany extends Fault {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        public TooMany(String sentence, Duration retryAfter) {
            super(sentence);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /// 503: something this server needs is away; nothing was done.
    public static final class Unavailable extends Fault {
        private static final long serialVersionUID = 1L;

        public Unavailable(String sentence) {
            super(sentence);
        }
    }
}
