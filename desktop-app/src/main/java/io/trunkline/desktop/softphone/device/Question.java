package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;

/// What the page asks to be done.
///
/// @param id 0 where no answer is wanted
/// @param target the number of the thing it is done to
record Question(int id, String op, int target, JsonNode value) {}
