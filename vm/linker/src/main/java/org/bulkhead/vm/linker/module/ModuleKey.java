package org.bulkhead.vm.linker.module;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bulkhead.vm.linker.Digest;

/** What a sealed module is found by in a cache: the digest of the image's identity, the lengths and bytes of all jars and the version of the format; and of the program's name if they have several. */
public final class ModuleKey {
    private ModuleKey() {}

    /** Returns the 32 bytes of the key of the module that is made of a program's jars for an image. */
    public static byte[] of(byte[] imageIdentity, List<byte[]> jars) {
        Digest digest = new Digest().add(SealedModuleFormat.VERSION).add(imageIdentity);
        for (byte[] each : jars) {
            digest.add(each.length).add(each);
        }
        return digest.finish();
    }

    /** Returns the key of the module of one program of jars that have several; {@code key} is that of the jars. */
    public static byte[] ofProgram(byte[] key, String program) {
        return new Digest().add(key).add(program.getBytes(StandardCharsets.UTF_8)).finish();
    }
}
