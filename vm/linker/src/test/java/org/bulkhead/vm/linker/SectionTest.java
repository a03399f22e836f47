package org.bulkhead.vm.linker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SectionTest {
    private static final int ADDRESS = 0x20_0000;

    private final Section section = new Section(ADDRESS);

    @Test
    void appendingReturnsTheAddressOfTheFirstByte() {
        assertEquals(ADDRESS, section.append(new byte[] {1, 2, 3}));
        assertEquals(ADDRESS + 3, section.reserve(2));
        assertEquals(ADDRESS + 5, section.appendInt(0x0807_0605));
        assertEquals(ADDRESS + 9, section.end());
        assertArrayEquals(new byte[] {1, 2, 3, 0, 0, 5, 6, 7, 8}, section.toBytes());
    }

    @Test
    void aligningPadsWithZerosAndIsIdempotent() {
        section.append(new byte[] {-1, -1, -1});
        assertEquals(ADDRESS + 8, section.align(8));
        assertEquals(ADDRESS + 8, section.align(8));
        assertEquals(8, section.size());
        assertArrayEquals(new byte[] {-1, -1, -1, 0, 0, 0, 0, 0}, section.toBytes());
    }

    @Test
    void growingKeepsWhatIsThere() {
        section.appendInt(0x1234_5678);
        section.reserve(10 << 20);
        int last = section.appendInt(-2);
        assertEquals(0x1234_5678, section.getInt(ADDRESS));
        assertEquals(-2, section.getInt(last));
        assertEquals(0, section.getInt(last - Integer.BYTES));
    }

    @Test
    void storingTouchesOnlyTheBytesAsked() {
        section.append(new byte[] {9, 9, 9, 9, 9, 9});
        section.put(ADDRESS + 1, 3, 0x1122_3344_5566_7788L);
        section.putByte(ADDRESS + 5, 0x1FF);
        assertArrayEquals(new byte[] {9, (byte) 0x88, 0x77, 0x66, 9, -1}, section.toBytes());
    }

    @Property(tries = 100)
    void textsHaveTheirLengthInBytesBeforeThem(@ForAll String text) {
        Section each = new Section(ADDRESS);
        each.appendText(text);
        ByteBuffer bytes = ByteBuffer.wrap(each.toBytes()).order(ByteOrder.LITTLE_ENDIAN);
        byte[] utf8 = new byte[bytes.getShort() & 0xFFFF];
        bytes.get(utf8);
        assertEquals(0, bytes.remaining());
        assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), utf8);
    }

    @Property(tries = 100)
    void integersAreLittleEndianAndReadBack(@ForAll @Size(max = 50) List<Integer> values, @ForAll @IntRange(max = 7) int skew) {
        Section each = new Section(ADDRESS);
        each.reserve(skew);
        values.forEach(each::appendInt);
        ByteBuffer bytes = ByteBuffer.wrap(each.toBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.size(); i++) {
            int at = skew + i * Integer.BYTES;
            assertEquals(values.get(i), bytes.getInt(at));
            assertEquals(values.get(i), each.getInt(ADDRESS + at));
        }
        assertArrayEquals(new byte[skew], Arrays.copyOf(each.toBytes(), skew));
    }
}
