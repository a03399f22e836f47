package org.bulkhead.nucleus.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.junit.jupiter.api.Test;

/** The assembly code and Java mean the same places. */
class EntryCodeTest {
    private static final int BASE = 0x10_0000;

    @Test
    void theContextIsLaidOutAlike() throws IOException {
        String source = Files.readString(Path.of("src/main/asm/entry.asm"));
        Matcher list = Pattern.compile("^context (.*)$", Pattern.MULTILINE).matcher(source);
        assertTrue(list.find());
        Map<String, Integer> places = new HashMap<>();
        for (String register : list.group(1).split(",\\s*")) {
            places.put(register, places.size() * Long.BYTES);
        }
        assertEquals(ThreadContext.RAX, places.get("rax"));
        assertEquals(ThreadContext.RCX, places.get("rcx"));
        assertEquals(ThreadContext.RDX, places.get("rdx"));
        assertEquals(ThreadContext.RSI, places.get("rsi"));
        assertEquals(ThreadContext.RDI, places.get("rdi"));
        assertEquals(ThreadContext.RBP, places.get("rbp"));
        assertEquals(ThreadContext.RSP, places.get("rsp"));
        assertEquals(ThreadContext.R8, places.get("r8"));
        assertEquals(ThreadContext.R10, places.get("r10"));
        assertEquals(ThreadContext.RIP, places.get("rip"));
        assertEquals(ThreadContext.RFLAGS, places.get("rflags"));
        assertEquals(ThreadContext.BY_SYSTEM_CALL, places.get("by_call"));
    }

    @Test
    void everyImportAndExportHasItsPlaceInJava() throws Exception {
        try (InputStream stream = EntryCodeTest.class.getResourceAsStream("/boot/entry.bin")) {
            ByteBuffer code = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(0x454E4842, code.getInt(16));
            for (String name : names(code, code.getInt(20), code.getInt(24))) {
                String[] parts = name.split("\\.");
                Class<?> owner = Class.forName("org.bulkhead.nucleus.kernel." + parts[0]);
                assertTrue(List.of(owner.getDeclaredMethods()).stream().anyMatch(method -> method.getName().equals(parts[1])), name);
            }
            for (String name : names(code, code.getInt(28), code.getInt(32))) {
                KernelImage.class.getField(name);
            }
        }
    }

    private static List<String> names(ByteBuffer code, int table, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] name = new byte[56];
            code.get(table - BASE + i * 64 + 8, name);
            names.add(new String(name, StandardCharsets.US_ASCII).trim());
        }
        assertTrue(count > 0);
        return names;
    }
}
