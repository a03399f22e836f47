package org.bulkhead.builder.jars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutures;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.lang3.StringUtils;
import org.bulkhead.builder.hosted.Outcome;
import org.bulkhead.builder.hosted.Reflection;
import org.bulkhead.builder.jars.sample.AsmSample;
import org.bulkhead.builder.jars.sample.GuavaSample;
import org.bulkhead.builder.jars.sample.LangSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Programs that use unmodified libraries print the same on HotSpot and as native code. */
class JarsTest {
    @TempDir
    Path folder;

    @Test
    void asm() throws IOException {
        check(AsmSample.class, Reflection.NONE, ClassReader.class, ClassNode.class);
    }

    @Test
    void guava() throws IOException {
        check(GuavaSample.class, Reflection.NONE, ImmutableList.class, InternalFutures.class);
    }

    /** It asks classes for what only open classes know: their simple names, and where they are declared. */
    @Test
    void commonsLang() throws IOException {
        check(LangSample.class, Reflection.OF_OPEN_CLASSES, StringUtils.class);
    }

    private void check(Class<?> main, Reflection reflection, Class<?>... ofJars) throws IOException {
        Outcome outcome = new UnmodifiedJar(folder, reflection, main, ofJars).runOnBoth();
        assertEquals(0, outcome.status(), outcome.errors());
    }
}
