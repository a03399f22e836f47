/** {@code Object}'s methods, cloning, class names, and the small interfaces of {@code java.lang}. */
package org.bulkhead.programs.lang.objects;
