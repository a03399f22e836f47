package org.bulkhead.programs.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** The kernels compute what they say, the same each time, and report it as the benchmark runner expects. */
class KernelsTest {
    private static final Map<String, IntToLongFunction> KERNELS = Map.of(
        "Sieve", Sieve::run, "NBody", NBody::run, "MegamorphicDispatch", MegamorphicDispatch::run, "Allocation", Allocation::run,
        "HashMapKernel", HashMapKernel::run, "StringBuilderKernel", StringBuilderKernel::run, "Crc32Kernel", Crc32Kernel::run,
        "SortKernel", SortKernel::run, "Fib", Fib::run, "MatrixMultiply", MatrixMultiply::run);

    @Test
    void checksumsDependOnTheRoundsAndOnNothingElse() {
        KERNELS.forEach((name, kernel) -> {
            assertEquals(kernel.applyAsLong(3), kernel.applyAsLong(3), name);
            assertNotEquals(kernel.applyAsLong(3), kernel.applyAsLong(4), name);
        });
    }

    @Test
    void knownResults() {
        assertEquals(2 * 1028, Sieve.run(2));
        assertEquals(196418, Fib.run(1));
        CRC32 crc = new CRC32();
        byte[] block = new byte[65_536];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) (i * 31 + (i >> 8));
        }
        crc.update(block);
        crc.update(block);
        assertEquals(crc.getValue(), Crc32Kernel.run(2));
    }

    @Test
    void energyIsNearlyConserved() {
        double before = Double.longBitsToDouble(NBody.run(0));
        double after = Double.longBitsToDouble(NBody.run(1000));
        assertEquals(before, after, Math.abs(before) * 0.01);
    }

    @Test
    void mainPrintsChecksumAndTime() {
        PrintStream standard = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, StandardCharsets.US_ASCII));
        try {
            Fib.main(new String[] {"2"});
        } finally {
            System.setOut(standard);
        }
        String[] lines = output.toString(StandardCharsets.US_ASCII).split("\\R");
        assertEquals("Fib checksum: 392836", lines[0]);
        assertTrue(lines[1].matches("elapsed-ns: [0-9]+"), lines[1]);
        assertEquals(2, lines.length);
    }
}
