/** Zip archives, jars among them, that anybody may have made: every number in them is checked before it is used. */
package org.bulkhead.modules.archive;
