package org.bulkhead.builder.hosted;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.programs.Catalogue;
import org.bulkhead.programs.Layer;
import org.bulkhead.vm.compiler.source.ClassPathSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every program that looks at itself through reflection prints and ends the same on HotSpot and as native code with open classes, also when every few allocations collect garbage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenClassesTest {
    private static final int COLLECT_EVERY = 1009;
    private static final List<String> PARTS = List.of("org/bulkhead/programs/reflect/", "META-INF/services/");
    /** What programs were compiled with, but must do without. */
    private static final String ABSENT = "org/bulkhead/programs/reflect/absent/";

    private final List<Catalogue.Program> programs = Catalogue.of(Layer.REFLECT);
    private Suite suite;

    @BeforeAll
    void build(@TempDir Path classes) throws URISyntaxException, IOException {
        Path all = Path.of(Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (ClassPathSource source = new ClassPathSource(List.of(all))) {
            for (String file : source.listAll()) {
                if (PARTS.stream().anyMatch(file::startsWith) && !file.startsWith(ABSENT)) {
                    Path copy = classes.resolve(file);
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, source.findResource(file));
                }
            }
        }
        suite = new Suite(classes, programs.stream().map(Catalogue.Program::className).toList(), Reflection.OF_OPEN_CLASSES);
    }

    @AfterAll
    void delete() throws IOException {
        suite.close();
    }

    @TestFactory
    Stream<DynamicTest> sameOutputAndExit() {
        return programs.stream().map(program -> DynamicTest.dynamicTest(program.className(), () -> suite.assertSameAsOnHotSpot(program.className())));
    }

    @TestFactory
    Stream<DynamicTest> sameOutputUnderStress() {
        return programs.stream().map(program -> DynamicTest.dynamicTest(program.className(), () -> suite.assertSameUnderStress(program.className(), COLLECT_EVERY)));
    }
}
