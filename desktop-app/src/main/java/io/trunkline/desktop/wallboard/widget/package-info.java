/// What a wallboard is made of. A new widget is a line in `WidgetCatalog`.
@NullMarked
package io.trunkline.desktop.wallboard.widget;

import org.jspecify.annotations.NullMarked;
