package org.bulkhead.builder.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.bulkhead.vm.linker.LinkProblem;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.magic.Inline;
import org.junit.jupiter.api.Test;

class ClosureTest {
    private static final String NAME = ClosureTest.class.getName();

    interface Shape {
        int area();
    }

    static final class Circle implements Shape {
        @Override
        public int area() {
            return 3;
        }
    }

    static final class Square implements Shape {
        @Override
        public int area() {
            return 4;
        }

        public int corners() {
            return 4;
        }
    }

    static int circleOnly() {
        return total(new Circle());
    }

    static int total(Shape shape) {
        return shape.area();
    }

    static Object lateSquare() {
        return new Square();
    }

    @Test
    void callsThroughTablesReachOnlyTypesThatHaveInstances() {
        SampleBuild build = new SampleBuild(World.ISOLATE).root(ClosureTest.class, "circleOnly").complete();
        assertTrue(build.isCompiled(Circle.class, "area"));
        assertFalse(build.isCompiled(Square.class, "area"));
        assertFalse(build.closure.isInstantiated(build.type(Square.class)));
    }

    @Test
    void anInstanceMadeLaterGetsTheMethodsThatWereCalledBefore() {
        SampleBuild build = new SampleBuild(World.ISOLATE).root(ClosureTest.class, "circleOnly").complete();
        build.root(ClosureTest.class, "lateSquare").complete();
        assertTrue(build.isCompiled(Square.class, "area"));
        assertFalse(build.isCompiled(Square.class, "corners"));
        assertEquals(Set.of(build.method(Circle.class, "area"), build.method(Square.class, "area")), build.closure.targets(build.method(Shape.class, "area")));
    }

    record Pair(int left, int right) {
        int sum() {
            return left + right;
        }
    }

    static final class Initialised {
        static int value = Integer.parseInt("1");

        @Inline
        static int value() {
            return value;
        }
    }

    static final class Plain {
        @Inline
        static int marked(Pair pair) {
            return pair.left() + pair.sum();
        }
    }

    static int callsSmallOnes() {
        return Plain.marked(new Pair(1, 2)) + Initialised.value();
    }

    @Test
    void isolatesTakeInOnlyWhatIsMarkedAndAccessorsOfRecords() {
        SampleBuild build = new SampleBuild(World.ISOLATE).root(ClosureTest.class, "callsSmallOnes").complete();
        assertFalse(build.isCompiled(Plain.class, "marked"));
        assertFalse(build.isCompiled(Pair.class, "left"));
        assertTrue(build.isCompiled(Pair.class, "sum"), "not marked");
        assertTrue(build.isCompiled(Initialised.class, "value"), "its class's initialisation must be checked at the call");
    }

    static int enter(int value) {
        return middle(value) + 1;
    }

    private static int middle(int value) {
        return device(value);
    }

    private static native int device(int value);

    @Test
    void aReachableNativeMethodFailsWithTheCallPath() {
        SampleBuild build = new SampleBuild(World.ISOLATE).root(ClosureTest.class, "enter");
        String message = assertThrows(LinkProblem.class, build::complete).getMessage();
        assertTrue(message.startsWith("1 native method(s) without an implementation are reachable"), message);
        assertTrue(message.endsWith(NAME + ".device(I)I\n    needed by " + NAME + ".middle(I)I\n    needed by " + NAME + ".enter(I)I\n    needed by the test"), message);
    }

    static final class LazyHolder {
        static final Object VALUE = new Circle();

        private LazyHolder() {}
    }

    static Object readsLazily() {
        return LazyHolder.VALUE;
    }

    @Test
    void aProgramsInitialiserIsCompiledAndRunsWhenTheClassIsUsed() {
        SampleBuild build = new SampleBuild(World.ISOLATE).root(ClosureTest.class, "readsLazily").complete();
        assertTrue(build.isCompiled(LazyHolder.class, "<clinit>"));
        assertTrue(build.closure.lazilyInitialized().contains(build.type(LazyHolder.class)));
        assertFalse(build.closure.lazilyInitialized().contains(build.type(Circle.class)), "it has no initialiser");
        assertEquals(0, build.session.heap().getStatic(build.type(LazyHolder.class).declaredField("VALUE")));
    }

    static String literal() {
        return "a literal of ClosureTest";
    }

    @Test
    void literalsAndTheirTypesAreObjectsOfTheImage() {
        SampleBuild build = new SampleBuild(World.ISOLATE).root(ClosureTest.class, "literal").complete();
        assertTrue(build.closure.literals().contains(literal()));
        assertTrue(build.closure.reachableObjects().contains(build.session.heap().literal(literal(), World.ISOLATE)));
        assertTrue(build.closure.isInstantiated(build.session.types().type("java/lang/String")));
    }

    static int nothing(int value) {
        return value + 1;
    }

    @Test
    void theNucleusMayNotAllocate() {
        SampleBuild build = new SampleBuild(World.NUCLEUS).root(ClosureTest.class, "circleOnly");
        String message = assertThrows(LinkProblem.class, build::complete).getMessage();
        assertTrue(message.contains("the nucleus never allocates") && message.contains("$Circle") && message.contains(NAME + ".circleOnly()I\n    needed by the test"), message);
        SampleBuild harmless = new SampleBuild(World.NUCLEUS).root(ClosureTest.class, "nothing").complete();
        assertTrue(harmless.isCompiled(ClosureTest.class, "nothing"));
    }

    static boolean looksThroughTypes(Object value) {
        return value instanceof Runnable;
    }

    @Test
    void theNucleusHasNoRunTimeButItsOwn() {
        SampleBuild build = new SampleBuild(World.NUCLEUS).root(ClosureTest.class, "looksThroughTypes");
        String message = assertThrows(LinkProblem.class, build::complete).getMessage();
        assertTrue(message.contains("the nucleus has no instanceOf at run time") && message.contains(NAME + ".looksThroughTypes(Ljava/lang/Object;)Z"), message);
    }

    static Object mirror() {
        return ClosureTest.class;
    }

    @Test
    void theNucleusMayNotNameClassObjects() {
        SampleBuild build = new SampleBuild(World.NUCLEUS).root(ClosureTest.class, "mirror");
        String message = assertThrows(LinkProblem.class, build::complete).getMessage();
        assertTrue(message.contains("no Class objects") && message.contains(NAME + ".mirror()"), message);
    }

    @Test
    void theSameRootsGiveTheSameMethodsInTheSameOrder() {
        SampleBuild first = new SampleBuild(World.ISOLATE).root(ClosureTest.class, "circleOnly").complete();
        SampleBuild second = new SampleBuild(World.ISOLATE).root(ClosureTest.class, "circleOnly").complete();
        assertEquals(first.closure.methods().keySet().stream().map(Object::toString).toList(), second.closure.methods().keySet().stream().map(Object::toString).toList());
        assertEquals(first.closure.hubs().stream().map(Object::toString).toList(), second.closure.hubs().stream().map(Object::toString).toList());
    }
}
