/** Which trials of a study are done, and who is at the others: a SQLite file that processes share. */
@NullMarked
package org.rectify.study.ledger;

import org.jspecify.annotations.NullMarked;
