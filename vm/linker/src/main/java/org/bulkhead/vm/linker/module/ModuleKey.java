package org.bulkhead.vm.linker.module;

import java.util.List;

import org.bulkhead.vm.linker.Digest;

/** What a sealed module is found by in a cache: the digest of the image's identity, the lengths and bytes of all jars and the version of the format. */
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
}
