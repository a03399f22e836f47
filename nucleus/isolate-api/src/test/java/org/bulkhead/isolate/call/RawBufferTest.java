package org.bulkhead.isolate.call;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawBufferTest {
    @BeforeEach
    void start() {
        Simulation.start((number, a, b, c, d, e) -> 0);
    }

    @Test
    void buffersDoNotOverlapAndLieInRawMemory() {
        RawBuffer one = RawBuffer.allocate(5);
        RawBuffer other = RawBuffer.allocate(8);
        assertEquals(AddressSpaceLayout.RAW_MEMORY_START, one.address(0, 5).toLong());
        assertTrue(other.address(0, 8).toLong() >= one.address(0, 5).toLong() + 5);
        assertEquals(0, other.address(0, 8).toLong() % 16);
    }

    @Test
    void rawMemoryEnds() {
        RawBuffer.allocate((int) (AddressSpaceLayout.RUNTIME_SCRATCH - AddressSpaceLayout.RAW_MEMORY_START) - 16);
        RawBuffer.allocate(16);
        assertThrows(OutOfMemoryError.class, () -> RawBuffer.allocate(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 63, 64, 65})
    void bytesGoThereAndBack(int length) {
        byte[] bytes = new byte[length + 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 37 - 100);
        }
        RawBuffer buffer = RawBuffer.allocate(length + 3);
        buffer.put(3, bytes, 1, length);
        byte[] back = new byte[length + 2];
        back[0] = bytes[0];
        back[length + 1] = bytes[length + 1];
        buffer.get(3, back, 1, length);
        assertArrayEquals(bytes, back);
    }

    @Test
    void everyAccessIsChecked() {
        RawBuffer buffer = RawBuffer.allocate(10);
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.byteAt(10));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.intAt(7));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.putLong(-1, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.get(0, new byte[11], 0, 11));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.get(0, new byte[4], 2, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.first(11));
    }

    @Test
    void textIsZeroPaddedAndCutOff() {
        RawBuffer buffer = RawBuffer.allocate(16);
        buffer.putText(0, "supervisor and more", 16);
        assertEquals("supervisor and m", buffer.text(0, 16));
        buffer.putText(0, "ata0", 16);
        assertEquals("ata0", buffer.text(0, 16));
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyErrorBecomesAnExceptionThatNamesIt(ErrorCode code) {
        NucleusException exception = assertThrows(NucleusException.class, () -> Nucleus.check(-(code.ordinal() + 1), "thing"));
        assertEquals(code, exception.code());
        assertEquals("thing: " + code, exception.getMessage());
    }

    @Test
    void theCasesWorthTellingApartHaveClasses() {
        assertEquals(DeadlineException.class, NucleusException.of(ErrorCode.DEADLINE, "").getClass());
        assertTrue(((PeerDiedException) NucleusException.of(ErrorCode.PEER_DIED_IN_SERVICE, "")).begun());
        assertEquals(false, ((PeerDiedException) NucleusException.of(ErrorCode.PEER_DIED_QUEUED, "")).begun());
    }
}
