package org.bulkhead.builder.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.bulkhead.programs.Catalogue;
import org.bulkhead.programs.Catalogue.Program;
import org.bulkhead.programs.ExitKind;
import org.bulkhead.programs.Layer;
import org.bulkhead.programs.Out;
import org.bulkhead.vm.compiler.model.VmType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The interpreter runs the test programs of the lower layers as HotSpot does: same output, same end. */
class ProgramsTest {
    private static final String MAIN = "([Ljava/lang/String;)V";

    /** Enough room for any program of the layers below. */
    private static final int HEAP_BYTES = 128 << 20;
    /** Topics of programs that end by design: exhausted heaps, and traces, which exceptions have only in compiled code. */
    private static final Set<String> NOT_INTERPRETED = Set.of("endings", "exceptions", "memory");
    /** Need what images do not hold (data of a BreakIterator, parallel prefixes) or what does not exist while building (a seed or a date from the clock, a platform, memory outside the heap). */
    private static final Set<String> UNAVAILABLE = Set.of("org.bulkhead.programs.lang.strings.StringCase", "org.bulkhead.programs.util.arrays.ArraysMethods",
        "org.bulkhead.programs.util.files.MissingFiles", "org.bulkhead.programs.util.misc.SeededRandom", "org.bulkhead.programs.util.bytes.DirectBuffers", "org.bulkhead.programs.util.security.RandomNumbers", "org.bulkhead.programs.util.text.NumberFormats",
        "org.bulkhead.programs.util.time.Formatting", "org.bulkhead.programs.util.time.OldDates", "org.bulkhead.programs.util.time.Zones", "org.bulkhead.programs.util.zip.ChecksumsOfParts",
        "org.bulkhead.programs.util.zip.Dictionaries", "org.bulkhead.programs.util.zip.JarStreams", "org.bulkhead.programs.util.zip.ZipStreams");

    private Fixture fixture = new Fixture();

    @TestFactory
    Stream<DynamicTest> coreProgramsBehaveAsOnHotSpot() {
        return tests(Catalogue.of(Layer.CORE).stream());
    }

    @TestFactory
    Stream<DynamicTest> programsOfJavaLangBehaveAsOnHotSpot() {
        return tests(Catalogue.of(Layer.LANG).stream().filter(program -> !NOT_INTERPRETED.contains(program.topic())));
    }

    @TestFactory
    Stream<DynamicTest> programsOfJavaUtilBehaveAsOnHotSpot() {
        return tests(Catalogue.of(Layer.UTIL).stream());
    }

    private Stream<DynamicTest> tests(Stream<Program> programs) {
        return programs.filter(program -> program.exit() != ExitKind.EXPLICIT && !UNAVAILABLE.contains(program.className()))
            .map(program -> DynamicTest.dynamicTest(program.className(), () -> assertEquals(onHotSpot(program), interpreted(program))));
    }

    private String interpreted(Program program) {
        if (fixture.heap.end() > HEAP_BYTES) {
            fixture = new Fixture();
        }
        fixture.output.reset();
        return interpreted(program, fixture);
    }

    static String interpreted(Program program, Fixture fixture) {
        VmType type = fixture.types.type(program.className().replace('.', '/'));
        String end = "";
        try {
            fixture.interpreter.call(type.declaredMethod("main", MAIN), fixture.heap.allocateArray(fixture.types.type("[Ljava/lang/String;"), 0));
        } catch (InterpretedException e) {
            end = fixture.heap.typeOf(e.throwable()).displayName();
        }
        return fixture.output.toString(StandardCharsets.UTF_8) + end;
    }

    static String onHotSpot(Program program) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream saved = System.out;
        String end = "";
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            new Fresh().loadClass(program.className()).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            end = e.getCause().getClass().getName();
        } finally {
            System.setOut(saved);
        }
        return bytes.toString(StandardCharsets.UTF_8) + end;
    }

    /** Loads the programs' classes anew, so that each test finds fresh static fields. */
    private static final class Fresh extends ClassLoader {
        private static final String PACKAGE = Out.class.getPackageName() + ".";

        Fresh() {
            super(ProgramsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : name.startsWith(PACKAGE) ? define(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
