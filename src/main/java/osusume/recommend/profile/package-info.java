/**
 * Feature engineering: what a person's list says about how they choose titles and how they rate,
 * held against everybody, and the strategies that go by it. The window shows the same numbers.
 */
package osusume.recommend.profile;
