package io.trunkline.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;

/// Reads what a request to the control asks for, and says plainly what is wrong with it.
record Order(JsonNode json) {
    static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1;

        Bad(String why) {
            super(why);
        }
    }

    String need(String field) {
        var value = json.path(field).asText("");
        if (value.isBlank()) {
            throw new Bad("The field '" + field + "' is needed.");
        }
        return value;
    }

    String text(String field) {
        return json.path(field).asText("");
    }

    double number(String field, double otherwise) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isNumber() || value.asDouble() < 0) {
            throw new Bad("The field '" + field + "' must be a number, not negative.");
        }
        return value.asDouble();
    }
}
