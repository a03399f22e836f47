package org.bulkhead.nucleus.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;

/** The fast path changes nothing but the time that a message takes. */
class DeathWithoutFastPathTest extends DeathTest {
    @BeforeEach
    void switchOff() {
        assertEquals(1, machine.kernel.calls.sending().fastPath(0));
    }
}
