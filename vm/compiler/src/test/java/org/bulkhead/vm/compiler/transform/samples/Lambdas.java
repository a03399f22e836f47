package org.bulkhead.vm.compiler.transform.samples;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.IntToLongFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lambdas and method references of every kind. */
public final class Lambdas extends Base implements Greeter {
    private final String name;
    private int calls;

    private Lambdas(String name) {
        this.name = name;
    }

    /** Does its work and returns a transcript. */
    public static String run() {
        List<Object> out = new ArrayList<>();
        Runnable nothing = () -> {};
        nothing.run();
        Supplier<String> constant = () -> "constant";
        out.add(constant.get());
        out.add(twice() == twice());
        captures(out, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, 7.5, true, "text", new int[] {8, 9});
        references(out);
        conversions(out);
        generics(out);
        new Lambdas("instance").instance(out);
        markers(out);
        new Object() {
            void go() {
                Supplier<Object> self = () -> getClass().getSimpleName() + "anonymous";
                out.add(self.get());
            }
        }.go();
        recursion(out);
        out.add(Stream.of("b", "a", "c").sorted(Comparator.reverseOrder()).collect(Collectors.joining(",", "<", ">")));
        out.add(IntStream.rangeClosed(1, 10).filter(i -> i % 2 == 0).mapToObj(i -> i * i).map(Object::toString).collect(Collectors.toList()));
        out.add(Stream.of("one", "two", "three").collect(Collectors.groupingBy(String::length, java.util.TreeMap::new, Collectors.counting())));
        return out.toString();
    }

    private static Supplier<Object> twice() {
        return () -> 1;
    }

    private static void captures(List<Object> out, byte b, short s, char c, int i, long l, float f, double d, boolean z, String text, int[] array) {
        Supplier<String> all = () -> b + "," + s + "," + c + "," + i + "," + l + "," + f + "," + d + "," + z + "," + text + "," + array.length;
        out.add(all.get());
        IntSupplier sum = () -> b + s + c + i + (int) l + (int) f + (int) d;
        out.add(sum.getAsInt());
        BiFunction<Long, Double, Double> mixed = (x, y) -> x + y + l + d;
        out.add(mixed.apply(3L, 0.25));
    }

    private static void references(List<Object> out) {
        Function<String, Integer> parse = Integer::parseInt;
        out.add(parse.apply("42"));
        Function<Object, String> virtual = Object::toString;
        out.add(virtual.apply(3.0));
        Function<CharSequence, Integer> viaInterface = CharSequence::length;
        out.add(viaInterface.apply("four"));
        Function<String, Integer> bound = "hello"::indexOf;
        out.add(bound.apply("l"));
        Supplier<List<String>> constructor = ArrayList::new;
        out.add(constructor.get());
        Function<Integer, List<String>> constructorWithCapacity = ArrayList::new;
        out.add(constructorWithCapacity.apply(5));
        IntFunction<int[][]> array = int[][]::new;
        out.add(array.apply(3).length);
        UnaryOperator<int[]> copy = int[]::clone;
        out.add(copy.apply(new int[] {1, 2})[1]);
        Function<Object[], List<Object>> varargs = List::of;
        out.add(varargs.apply(new Object[] {1, 2}));
        Function<Integer, String> variable = Lambdas::join;
        out.add(variable.apply(1));
        Supplier<Integer> bounded = null == out ? null : out::size;
        out.add(bounded.get());
        try {
            String none = null;
            Supplier<Integer> length = none::length;
            out.add(length.get());
        } catch (NullPointerException e) {
            out.add("null receiver");
        }
        BiFunction<Lambdas, String, String> unboundPrivate = Lambdas::secret;
        out.add(unboundPrivate.apply(new Lambdas("p"), "q"));
        Function<String, Lambdas> privateConstructor = Lambdas::new;
        out.add(privateConstructor.apply("made").name);
    }

    private static String join(Object... parts) {
        return "join" + parts.length;
    }

    private String secret(String other) {
        return name + other;
    }

    private static int narrow(byte value) {
        return value;
    }

    private static long widen(long value) {
        return value + 1;
    }

    private static void conversions(List<Object> out) {
        ToIntFunction<Integer> unbox = Integer::intValue;
        out.add(unbox.applyAsInt(5));
        Function<Integer, Long> widenAndBox = Lambdas::widen;
        out.add(widenAndBox.apply(6));
        IntToLongFunction widening = Lambdas::widen;
        out.add(widening.applyAsLong(7));
        ToDoubleFunction<Integer> toDouble = Integer::intValue;
        out.add(toDouble.applyAsDouble(8));
        DoubleUnaryOperator sqrt = Math::sqrt;
        out.add(sqrt.applyAsDouble(9));
        Function<Byte, Object> fromByte = Lambdas::narrow;
        out.add(fromByte.apply((byte) -1));
        Function<Character, Object> fromChar = Lambdas::widen;
        out.add(fromChar.apply('a'));
        LongFunction<Object> boxes = Long::valueOf;
        out.add(boxes.apply(10));
        IntFunction<Object> boxesItself = String::valueOf;
        out.add(boxesItself.apply(11));
        Consumer<String> drops = out::add;
        drops.accept("dropped");
        Consumer<Integer> dropsLong = Lambdas::widen;
        dropsLong.accept(1);
        Predicate<Boolean> truth = Boolean::booleanValue;
        out.add(truth.test(true));
        Function<Boolean, Object> not = b -> !b;
        out.add(not.apply(true));
        IntFunction<Number> number = i -> i;
        out.add(number.apply(3).getClass());
        Supplier<Object> fromFloat = () -> 1.5f;
        out.add(fromFloat.get().getClass());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void generics(List<Object> out) {
        Function<String, Integer> length = s -> s.length();
        try {
            out.add(((Function) length).apply(1));
        } catch (ClassCastException e) {
            out.add("class cast");
        }
        Function<String, Integer> reference = String::length;
        try {
            out.add(((Function) reference).apply(1));
        } catch (ClassCastException e) {
            out.add("class cast");
        }
        try {
            Function<Integer, Integer> unboxing = Math::abs;
            out.add(unboxing.apply(null));
        } catch (NullPointerException e) {
            out.add("null unboxed");
        }
        Transformer<String> own = String::trim;
        out.add(own.andBack(" x "));
        Transformer<Integer> numbers = i -> i + 1;
        out.add(numbers.transform(1));
        out.add(Transformer.twice(numbers).transform(1));
    }

    private void instance(List<Object> out) {
        Runnable counts = () -> calls++;
        counts.run();
        counts.run();
        out.add(calls);
        Supplier<String> own = this::greet;
        Supplier<String> superclass = super::greet;
        Supplier<String> superinterface = Greeter.super::welcome;
        out.add(own.get() + superclass.get() + superinterface.get() + ((Supplier<String>) this::welcome).get());
        class Local {
            final int value = calls;

            int plus(int x) {
                IntSupplier inner = () -> value + x + calls + name.length();
                return inner.getAsInt();
            }
        }
        Supplier<Local> local = Local::new;
        out.add(local.get().plus(100));
        out.add(((Supplier<String>) this::inherited).get());
    }

    @Override
    public String greet() {
        return "own greet ";
    }

    @Override
    public String welcome() {
        return "own welcome ";
    }

    private static void markers(List<Object> out) {
        Object marked = (Runnable & Marker & Serializable) () -> out.add("marked");
        out.add(marked instanceof Marker);
        out.add(marked instanceof Serializable);
        ((Runnable) marked).run();
        Narrower<String> bridged = s -> s + "!";
        out.add(bridged.transform("bridged"));
        Transformer<String> viaBridge = bridged;
        out.add(viaBridge.transform("via bridge"));
        SerializableComparator comparator = (Comparator<String> & SerializableComparator) (a, b) -> a.length() - b.length() == 0 ? 7 : 8;
        out.add(((Comparator<String>) (Object) comparator).compare("a", "b"));
    }

    private static void recursion(List<Object> out) {
        Function<Integer, Function<Integer, Integer>> add = a -> b -> a + b;
        out.add(add.apply(3).apply(4));
        Supplier<Supplier<Supplier<String>>> nested = () -> () -> () -> "deep";
        out.add(nested.get().get().get());
    }

    interface Marker {}

    interface SerializableComparator extends Serializable {}

    /** A generic functional interface with lambdas of its own. */
    interface Transformer<T> {
        T transform(T value);

        default T andBack(T value) {
            Supplier<T> later = () -> hidden(value);
            return later.get();
        }

        private T hidden(T value) {
            return transform(value);
        }

        static <T> Transformer<T> twice(Transformer<T> once) {
            return value -> once.transform(once.transform(value));
        }
    }

    /** Needs a bridge. */
    interface Narrower<T extends CharSequence> extends Transformer<T> {
        @Override
        T transform(T value);
    }
}

class Base {
    String greet() {
        return "base greet ";
    }

    protected String inherited() {
        return "inherited";
    }
}

interface Greeter {
    default String welcome() {
        return "welcome ";
    }
}
