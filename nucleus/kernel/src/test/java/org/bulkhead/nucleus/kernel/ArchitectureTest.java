package org.bulkhead.nucleus.kernel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.bulkhead.vm.magic.Magic;

@AnalyzeClasses(packages = "org.bulkhead.nucleus.kernel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NUCLEUS_STANDS_ON_MAGIC_AND_ITS_INTERFACE_ALONE = classes().should().onlyDependOnClassesThat(
        resideInAnyPackage("org.bulkhead.nucleus.kernel..", "org.bulkhead.nucleus.abi", "org.bulkhead.vm.magic", "java.lang", "java.lang.runtime", "java.lang.invoke")
            // Fills the pools while the image is built.
            .or(belongToAnyOf(Arrays.class, IntFunction.class)));

    @ArchTest
    static final ArchRule ONLY_HARDWARE_EXECUTES_PRIVILEGED_INSTRUCTIONS = noClasses().that().resideOutsideOfPackage("..kernel.hardware").should()
        .callMethodWhere(describe("a method of Magic other than copy and clear",
            call -> call.getTargetOwner().getSimpleName().equals("Magic") && !call.getName().equals("copy") && !call.getName().equals("clear")));

    @ArchTest
    static final ArchRule LAYERS_POINT_DOWNWARDS = noClasses().that().resideInAnyPackage("..kernel.memory", "..kernel.hardware").should().dependOnClassesThat().resideInAPackage("org.bulkhead.nucleus.kernel");

    @ArchTest
    static final ArchRule HARDWARE_KNOWS_NO_MEMORY_MANAGEMENT = noClasses().that().resideInAPackage("..kernel.hardware").should().dependOnClassesThat().resideInAPackage("..kernel.memory");
}
