/** Calls and dispatch: arguments of every type, virtual and interface methods, constructors, nested classes, enums and generics. */
package org.bulkhead.programs.core.calls;
