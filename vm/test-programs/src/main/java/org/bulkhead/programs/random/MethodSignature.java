package org.bulkhead.programs.random;

import java.util.List;

/** A static method of the made program that expressions may call. */
record MethodSignature(String name, Type result, List<Type> parameters) {
}
