package io.trunkline.desktop.backend;

import io.trunkline.model.Problem;

/// Why the backend did not do what was asked. Nothing was lost: whoever asked still has what was to be sent.
public abstract sealed class BackendFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String sentence;

    private BackendFailure(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    private BackendFailure(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /// What happened, for people.
    public String sentence() {
        return sentence;
    }

    /// The backend understood and said no; its sentence is the message. Asking again changes nothing.
    public static final class Refused extends BackendFailure {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        public Refused(Problem problem) {
            super(said(problem));
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }

        public int status() {
            return problem.status();
        }

        private static String said(Problem problem) {
            var detail = problem.detail();
            if (!problem.errors().isEmpty()) {
                return problem.errors().getFirst().sentence();
            }
            return detail == null ? problem.title() : detail;
        }
    }

    /// No answer, or a fault of the backend's own: the same request may be sent again.
    public static final class Unreachable extends BackendFailure {
        private static final long serialVersionUID = 1;

        public Unreachable(String message) {
            super(message);
        }

        public Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// This program is too old for the backend, which says so for people. Only a newer program helps; the session and
    /// all that waits stay as they are.
    public static final class Outdated extends BackendFailure {
        private static final long serialVersionUID = 1;

        public Outdated(String message) {
            super(message);
        }
    }

    /// The session is over; only a new sign-in helps.
    public static final class Unauthorised extends BackendFailure {
        private static final long serialVersionUID = 1;

        public Unauthorised(String message) {
            super(message);
        }
    }
}
