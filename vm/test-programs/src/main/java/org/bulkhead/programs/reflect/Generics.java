package org.bulkhead.programs.reflect;

import java.io.Serializable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Generic types as reflection shows them. */
public final class Generics {
    private Generics() {}

    abstract static class Tree<K extends Comparable<? super K> & Serializable, V> extends HashMap<K, List<? extends V>> implements Comparator<Map.Entry<K, V[]>>, Function<K, V> {
        private static final long serialVersionUID = 1;
        Map<? super Integer, Map<K, V>[][]> field;
        int plain;

        class Inner<X> {
            X x;
            K k;
        }

        Tree<String, V>.Inner<Long> inner;

        <E extends RuntimeException, R> R convert(Function<? super V, ? extends R> function, K[] keys, List<?> any) throws E {
            return null;
        }
    }

    static class Strings extends Tree<String, Integer> {
        private static final long serialVersionUID = 1;

        @Override
        public int compare(Map.Entry<String, Integer[]> a, Map.Entry<String, Integer[]> b) {
            return 0;
        }

        @Override
        public Integer apply(String text) {
            return text.length();
        }
    }

    private static void show(String title, Type type) {
        System.out.println(title + ": " + type + " " + kind(type));
        if (type instanceof ParameterizedType parameterized) {
            System.out.println("  owner " + parameterized.getOwnerType() + " raw " + parameterized.getRawType());
            for (Type each : parameterized.getActualTypeArguments()) {
                show("  argument", each);
            }
        } else if (type instanceof TypeVariable<?> variable) {
            System.out.println("  of " + variable.getGenericDeclaration());
        } else if (type instanceof WildcardType wildcard) {
            System.out.println("  upper " + Arrays.toString(wildcard.getUpperBounds()) + " lower " + Arrays.toString(wildcard.getLowerBounds()));
        } else if (type instanceof GenericArrayType array) {
            show("  component", array.getGenericComponentType());
        }
    }

    private static String kind(Type type) {
        return type instanceof Class ? "class" : type instanceof ParameterizedType ? "parameterized" : type instanceof TypeVariable ? "variable" : type instanceof WildcardType ? "wildcard" : "array";
    }

    public static void main(String[] args) throws Exception {
        for (TypeVariable<?> each : Tree.class.getTypeParameters()) {
            System.out.println(each + " " + Arrays.toString(each.getBounds()));
        }
        show("superclass", Tree.class.getGenericSuperclass());
        for (Type each : Tree.class.getGenericInterfaces()) {
            show("interface", each);
        }
        show("field", Tree.class.getDeclaredField("field").getGenericType());
        show("plain", Tree.class.getDeclaredField("plain").getGenericType());
        show("inner", Tree.class.getDeclaredField("inner").getGenericType());
        show("inner field", Tree.Inner.class.getDeclaredField("k").getGenericType());
        Method convert = Tree.class.getDeclaredMethod("convert", Function.class, Comparable[].class, List.class);
        for (Type each : convert.getGenericParameterTypes()) {
            show("parameter", each);
        }
        show("result", convert.getGenericReturnType());
        show("exception", convert.getGenericExceptionTypes()[0]);
        show("strings", Strings.class.getGenericSuperclass());
        System.out.println(Tree.class.getDeclaredField("field").getGenericType().equals(Tree.class.getDeclaredField("field").getGenericType()));
        Listing.print("methods", Strings.class.getDeclaredMethods());
    }
}
