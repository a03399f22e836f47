package org.bulkhead.vm.linker.module;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.junit.jupiter.api.Test;

/** The file of a sealed module gives back what was written, and no damaged file gives anything. */
class SealedModuleTest {
    private static final int MODULE = (int) AddressSpaceLayout.MODULE_START;
    private static final int PAGES_AT = 64;
    private static final int FIRST_PLACE_AT = 72;

    private static SealedModule sample() {
        return new SealedModule(filled(16, 1), filled(32, 2), filled(100, 3), List.of(
            new SealedPage(0x60_0000, PageKind.METADATA, filled(SealedPage.SIZE, 4)), new SealedPage(MODULE, PageKind.CODE, filled(SealedPage.SIZE, 5)),
            new SealedPage(MODULE + SealedPage.SIZE, PageKind.DATA, filled(SealedPage.SIZE, 6))));
    }

    private static byte[] filled(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String refusal(byte[] file) {
        String message = assertThrows(ModuleFormatProblem.class, () -> SealedModule.read(file)).getMessage();
        assertFalse(message.contains("\n"), message);
        return message;
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        SealedModule written = sample();
        SealedModule read = SealedModule.read(written.toBytes());
        assertArrayEquals(written.identity(), read.identity());
        assertArrayEquals(written.key(), read.key());
        assertArrayEquals(written.manifest(), read.manifest());
        assertEquals(written.pages().size(), read.pages().size());
        for (int i = 0; i < read.pages().size(); i++) {
            assertEquals(written.pages().get(i).address(), read.pages().get(i).address());
            assertEquals(written.pages().get(i).kind(), read.pages().get(i).kind());
            assertArrayEquals(written.pages().get(i).content(), read.pages().get(i).content());
        }
        assertEquals(1, read.count(PageKind.METADATA, Place.IMAGE));
        assertEquals(1, read.count(PageKind.CODE, Place.MODULE));
        assertEquals(0, read.count(PageKind.CODE, Place.IMAGE));
    }

    @Property
    void everyChangedByteIsNoticed(@ForAll @IntRange(max = 15_000) int at, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] file = sample().toBytes();
        file[at % file.length] ^= (byte) change;
        refusal(file);
    }

    @Property
    void everyTruncatedFileIsNoticed(@ForAll @IntRange(max = 15_000) int length) {
        byte[] file = sample().toBytes();
        assertTrue(refusal(Arrays.copyOf(file, length % file.length)).contains(length % file.length < 8 ? "no sealed module" : "truncated")
            || length % file.length < 8);
    }

    @Test
    void whatSaysToBeTooLargeIsRefusedBeforeItIsRead() {
        byte[] file = sample().toBytes();
        Arrays.fill(file, PAGES_AT, PAGES_AT + Integer.BYTES, (byte) 0x7F);
        assertTrue(refusal(file).contains("pages, more than the"), refusal(file));
    }

    @Test
    void pagesAreInOrderAndAtMultiplesOfTheirSize() {
        byte[] file = sample().toBytes();
        file[FIRST_PLACE_AT + 1] |= 8;
        assertTrue(refusal(file).contains("page 0 lies at 600801"), refusal(file));
    }

    @Test
    void theKeyFollowsFromImageAndJars() {
        List<byte[]> jars = List.of(filled(1000, 9), filled(10, 3));
        String key = Arrays.toString(ModuleKey.of(filled(16, 1), jars));
        assertEquals(key, Arrays.toString(ModuleKey.of(filled(16, 1), List.of(filled(1000, 9), filled(10, 3)))));
        assertNotEquals(key, Arrays.toString(ModuleKey.of(filled(16, 2), jars)));
        assertNotEquals(key, Arrays.toString(ModuleKey.of(filled(16, 1), List.of(filled(1001, 9), filled(10, 3)))));
        assertNotEquals(key, Arrays.toString(ModuleKey.of(filled(16, 1), List.of(filled(10, 3), filled(1000, 9)))));
    }
}
