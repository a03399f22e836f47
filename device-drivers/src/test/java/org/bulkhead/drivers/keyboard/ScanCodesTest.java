package org.bulkhead.drivers.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bulkhead.isolate.protocol.Key;
import org.junit.jupiter.api.Test;

/** Bytes of set 1 become keys, whatever order or garbage they come in. */
class ScanCodesTest {
    private final List<String> events = new ArrayList<>();
    private final ScanCodes codes = new ScanCodes((key, action) -> events.add(key + " " + action));

    private void take(int... bytes) {
        for (int each : bytes) {
            codes.take(each);
        }
    }

    @Test
    void aKeyIsPressedRepeatedAndReleased() {
        take(0x1E, 0x1E, 0x9E, 0x1E);
        assertEquals(List.of("A PRESSED", "A REPEATED", "A RELEASED", "A PRESSED"), events);
    }

    @Test
    void extendedCodesAreKeysOfTheirOwn() {
        take(0xE0, 0x48, 0x48, 0xE0, 0xC8, 0xC8);
        assertEquals(List.of("UP PRESSED", "KEYPAD_8 PRESSED", "UP RELEASED", "KEYPAD_8 RELEASED"), events);
    }

    @Test
    void shiftsAroundCursorKeysAreNoShifts() {
        take(0xE0, 0x2A, 0xE0, 0x52, 0xE0, 0xD2, 0xE0, 0xAA);
        assertEquals(List.of("INSERT PRESSED", "INSERT RELEASED"), events);
    }

    @Test
    void printScreenHasTwoFaces() {
        take(0xE0, 0x2A, 0xE0, 0x37, 0xE0, 0xB7, 0xE0, 0xAA, 0x54, 0xD4);
        assertEquals(List.of("PRINT_SCREEN PRESSED", "PRINT_SCREEN RELEASED", "PRINT_SCREEN PRESSED", "PRINT_SCREEN RELEASED"), events);
    }

    @Test
    void pauseIsOneKey() {
        take(0xE1, 0x1D, 0x45, 0xE1, 0x9D, 0xC5, 0x1E);
        assertEquals(List.of("PAUSE PRESSED", "PAUSE RELEASED", "A PRESSED"), events);
    }

    @Test
    void pauseWithControlIsTheSameKey() {
        take(0xE0, 0x46, 0xE0, 0xC6);
        assertEquals(List.of("PAUSE PRESSED", "PAUSE RELEASED"), events);
    }

    @Test
    void anInterruptedPauseIsForgotten() {
        take(0xE1, 0x1E, 0x1E);
        assertEquals(List.of("A PRESSED"), events);
    }

    @Test
    void anOverrunReleasesWhatIsHeld() {
        take(0x2A, 0x1E, 0xFF, 0x1E);
        assertEquals(List.of("LEFT_SHIFT PRESSED", "A PRESSED", "A RELEASED", "LEFT_SHIFT RELEASED", "A PRESSED"), events);
    }

    @Test
    void everyCodeIsAtMostOneKeyAndEveryKeyHasACode() {
        for (int code = 1; code < 0x80; code++) {
            take(code, code | 0x80, 0xE0, code, 0xE0, code | 0x80);
        }
        long pressed = events.stream().filter(event -> event.endsWith(" PRESSED")).map(event -> event.split(" ")[0]).distinct().count();
        assertEquals(Key.values().length, pressed);
    }

    @Test
    void afterAnyGarbageTheNextWholeKeyIsUnderstood() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            for (int i = random.nextInt(6); i > 0; i--) {
                codes.take(random.nextInt(256));
            }
            // A release of any key ends every prefix, at the latest the second.
            take(0x9E, 0x9E);
            events.clear();
            take(0x1E, 0x9E);
            assertEquals(List.of("A PRESSED", "A RELEASED"), events, "seed " + seed);
        }
    }
}
