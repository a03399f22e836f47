package org.bulkhead.isolate.testkit.machine;

import org.bulkhead.nucleus.kernel.hardware.InterruptController;

/** The pair of 8259A interrupt controllers, as far as the nucleus uses them: requests of sixteen lines, masks, what is in service. (Intel 8259A data sheet.) */
final class InterruptPins {
    static final int NONE = -1;

    private static final int INITIALIZE = 0x11;
    private static final int WORDS_AFTER_INITIALIZE = 3;
    private static final int END_OF_INTERRUPT = 0x20;
    private static final int LINES_EACH = 8;
    private static final int ALL = 0xFF;
    /** Line 8 to 15 come through line 2. */
    private static final int[] PRIORITY = {0, 1, 8, 9, 10, 11, 12, 13, 14, 15, 3, 4, 5, 6, 7};

    private final int[] words = new int[2];
    private int edges;
    private int levels;
    private int masks = 0xFFFF;
    private int inService;

    static boolean has(int port) {
        return port >= InterruptController.FIRST_PORT && port < InterruptController.FIRST_PORT + InterruptController.PORTS
            || port >= InterruptController.SECOND_PORT && port < InterruptController.SECOND_PORT + InterruptController.PORTS;
    }

    /** A rising edge: remembered until the processor takes the interrupt, even while it is masked. */
    void pulse(int line) {
        edges |= 1 << line;
    }

    /** Holds a line until {@link #release}: it interrupts whenever it is not masked. */
    void hold(int line) {
        levels |= 1 << line;
    }

    void release(int line) {
        levels &= ~(1 << line);
    }

    boolean isMasked(int line) {
        return (masks >> line & 1) != 0;
    }

    /** Returns the line whose interrupt the processor takes now, or {@link #NONE}. */
    int take() {
        for (int line : PRIORITY) {
            int bit = 1 << line;
            if (((edges | levels) & ~masks & bit) != 0) {
                edges &= ~bit;
                inService |= bit;
                return line;
            }
        }
        return NONE;
    }

    int read(int port) {
        int controller = port >= InterruptController.SECOND_PORT ? 1 : 0;
        boolean data = (port & 1) != 0;
        return (data ? masks : inService) >> controller * LINES_EACH & ALL;
    }

    void write(int port, int value) {
        int controller = port >= InterruptController.SECOND_PORT ? 1 : 0;
        boolean data = (port & 1) != 0;
        if (!data && value == INITIALIZE) {
            words[controller] = WORDS_AFTER_INITIALIZE;
        } else if (!data && value == END_OF_INTERRUPT) {
            int mine = inService & ALL << controller * LINES_EACH;
            inService &= ~Integer.lowestOneBit(mine);
        } else if (data && words[controller] > 0) {
            words[controller]--;
        } else if (data) {
            masks = masks & ALL << (1 - controller) * LINES_EACH | value << controller * LINES_EACH;
        }
    }
}
