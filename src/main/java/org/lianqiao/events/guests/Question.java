package org.lianqiao.events.guests;

import java.util.UUID;

/** A question of the event's own, in the reader's language. */
record Question(UUID id, String text, boolean required) {}
