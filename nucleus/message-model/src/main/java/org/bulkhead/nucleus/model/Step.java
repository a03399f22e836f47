package org.bulkhead.nucleus.model;

import java.util.List;

/**
 * What an operation did.
 *
 * @param state the state afterwards
 * @param outcome what the one who acted gets
 * @param effects what others notice, in order
 */
public record Step(State state, Outcome outcome, List<Effect> effects) {
}
