/** Names of files, and what happens where there is no file. */
package org.bulkhead.programs.util.files;
