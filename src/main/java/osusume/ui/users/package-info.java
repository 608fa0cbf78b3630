/** The Users tab: one user of the data set, what they watched, and what that says of them. */
package osusume.ui.users;
