package org.bulkhead.vm.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Class files as compilers make them, small ones of Java 5, 8 and 17 with many kinds of instructions, that fuzzing begins with. None is of {@code java.*}, which HotSpot would not load again. */
final class GoodSeeds {
    private static final String[] CLASSES = {"org/objectweb/asm/Label", "org/objectweb/asm/Handle", "org/objectweb/asm/Edge", "org/objectweb/asm/Opcodes", "org/junit/jupiter/api/AssertNull", "org/junit/jupiter/api/Timeout",
        "org/junit/jupiter/api/AssertTimeout", "org/bulkhead/vm/verifier/format/Member", "org/bulkhead/vm/verifier/format/Names", "org/bulkhead/vm/verifier/format/ClassBytes", "org/bulkhead/vm/verifier/ClassView",
        "org/bulkhead/vm/verifier/types/StackRules", "org/bulkhead/vm/verifier/types/Assignability", "org/bulkhead/vm/verifier/types/TypeChecker", "org/bulkhead/vm/verifier/GoodSeeds"};

    private GoodSeeds() {}

    /** Returns these and others in one list. */
    static List<byte[]> with(List<byte[]> others) {
        List<byte[]> all = new ArrayList<>(others);
        for (String each : CLASSES) {
            try (InputStream stream = ClassLoader.getSystemResourceAsStream(each + ".class")) {
                all.add(stream.readAllBytes());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }
}
